import { clx, Container, Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { StepMark } from "../../../../components/step-mark"

type StepProps = PropsWithChildren<{
  title: string
  description: string
  isDone: boolean
  /** Its turn has not come. */
  isAhead?: boolean
}>

/** One step of the set-up: marked when done, quiet while its turn has not come. */
export const Step = ({
  title,
  description,
  isDone,
  isAhead = false,
  children,
}: StepProps) => (
  <Container className="divide-y p-0">
    <div className="flex items-center gap-x-4 px-6 py-4">
      <StepMark isDone={isDone} />
      <div className="min-w-0 flex-1">
        <Heading level="h2" className={clx(isAhead && "text-ui-fg-subtle")}>
          {title}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {description}
        </Text>
      </div>
    </div>
    {!isAhead && <div className="flex flex-col gap-y-4 px-6 py-4">{children}</div>}
  </Container>
)
