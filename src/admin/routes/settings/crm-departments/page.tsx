import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { DepartmentDrawer } from "../../../components/department-drawer"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { departmentsQuery } from "../../../queries/departments"
import { DepartmentsSection } from "./departments-section"

const DepartmentsPage = () => {
  const { data: departments = [] } = useQuery(departmentsQuery)
  const edited = useEdited()
  const department = departments.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <DepartmentsSection onCreate={edited.create} onEdit={edited.edit} />
      {(edited.isNew || department) && (
        <DepartmentDrawer
          key={department?.id ?? "new"}
          department={department}
          onClose={edited.close}
        />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.departments",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="departments" /> }

export default DepartmentsPage
