export type SignatureChoice = {
  id: string
  is_default: boolean
  department_id: string | null
}

/** The signature that is applied by itself: the department's own default wins (V-92). */
export const defaultSignature = <Signature extends SignatureChoice>(
  signatures: Signature[],
  departmentId: string
): Signature | null => {
  const defaults = signatures.filter(({ is_default }) => is_default)

  return (
    defaults.find(({ department_id }) => department_id === departmentId) ??
    defaults.find(({ department_id }) => department_id === null) ??
    null
  )
}
