import type { ClassificationDTO } from "../../../../modules/helpdesk/types"
import type { Classification } from "./contract"

export const presentClassification = ({
  id,
  name,
  departments,
  created_at,
}: ClassificationDTO): Classification => ({
  id,
  name,
  departments: departments.map((department) => ({
    id: department.id,
    name: department.private_name,
  })),
  created_at: created_at.toISOString(),
})
