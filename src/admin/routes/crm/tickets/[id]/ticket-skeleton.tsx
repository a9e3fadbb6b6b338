import { Container, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

export const TicketSkeleton = () => {
  const { t } = useTranslation("crmDesk")

  return (
    <div
      aria-busy
      aria-label={t("general.loading")}
      className="flex w-full flex-col items-start gap-x-4 gap-y-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_440px]"
    >
      <div className="flex w-full flex-col gap-y-3">
        {["h-24", "h-64", "h-48"].map((height) => (
          <Container key={height} className="p-6">
            <Skeleton className={`${height} w-full`} />
          </Container>
        ))}
      </div>
      <div className="flex w-full flex-col gap-y-3">
        {["h-40", "h-56"].map((height) => (
          <Container key={height} className="p-6">
            <Skeleton className={`${height} w-full`} />
          </Container>
        ))}
      </div>
    </div>
  )
}
