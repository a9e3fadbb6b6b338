/** What a browser does between our page and the provider's: goes there, and comes back. */
export async function giveConsent(authorizationUrl: string) {
  const answer = await fetch(authorizationUrl, { redirect: "manual" })
  const back = answer.headers.get("location")

  if (!back) {
    throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`)
  }
  const { searchParams } = new URL(back)
  return { code: searchParams.get("code") ?? "", state: searchParams.get("state") ?? "" }
}
