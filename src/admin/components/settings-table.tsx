import { PencilSquare, Trash } from "@medusajs/icons"
import { ActionMenu, type Action } from "@medusajs/dashboard/components"
import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useIsPhone } from "./use-is-narrow"

/** What a cell shows that has nothing to say. */
export const NOTHING = "–"

type Column<Row> = {
  header: string
  cell: (row: Row) => ReactNode
  /** Left out on a phone. */
  isExtra?: boolean
}

type SettingsTableProps<Row> = {
  rows: Row[]
  columns: Column<Row>[]
  keyOf: (row: Row) => string
  /** What a row is called: leads to its form. */
  nameOf: (row: Row) => string
  nameHeader: string
  /** Below its name. */
  detailOf?: (row: Row) => ReactNode
  /** What helps a row most, beside its menu. */
  button?: (row: Row) => ReactNode
  /** In its menu, between "edit" and "delete". */
  actions?: (row: Row) => Action[]
  onEdit: (row: Row) => void
  remove?: {
    label: string
    onClick: (row: Row) => void
    isOffered?: (row: Row) => boolean
  }
}

/** Records of a settings page, each with a way to its form. */
export function SettingsTable<Row>({
  rows,
  columns,
  keyOf,
  nameOf,
  nameHeader,
  detailOf,
  button,
  actions,
  onEdit,
  remove,
}: SettingsTableProps<Row>) {
  const { t } = useTranslation("crmDesk")
  const isPhone = useIsPhone()
  const shown = isPhone ? [] : columns

  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{nameHeader}</Table.HeaderCell>
          {shown.map(({ header }) => (
            <Table.HeaderCell key={header}>{header}</Table.HeaderCell>
          ))}
          <Table.HeaderCell />
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={keyOf(row)}>
            <Table.Cell className={isPhone ? "py-3" : undefined}>
              <button
                type="button"
                onClick={() => onEdit(row)}
                className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive text-start"
              >
                {nameOf(row)}
              </button>
              {detailOf && (
                <div className="txt-small text-ui-fg-subtle">{detailOf(row)}</div>
              )}
              {isPhone && <Stacked columns={columns} row={row} />}
              {isPhone && button && <div className="pt-2">{button(row)}</div>}
            </Table.Cell>
            {shown.map(({ header, cell }) => (
              <Table.Cell key={header}>{cell(row)}</Table.Cell>
            ))}
            <Table.Cell className="text-end">
              <div className="flex items-center justify-end gap-x-2">
                {!isPhone && button?.(row)}
                <ActionMenu
                  groups={[
                    {
                      actions: [
                        {
                          icon: <PencilSquare />,
                          label: t("general.edit"),
                          onClick: () => onEdit(row),
                        },
                        ...(actions?.(row) ?? []),
                        ...(remove && (remove.isOffered?.(row) ?? true)
                          ? [
                              {
                                icon: <Trash />,
                                label: remove.label,
                                onClick: () => remove.onClick(row),
                              },
                            ]
                          : []),
                      ],
                    },
                  ]}
                />
              </div>
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

type StackedProps<Row> = { columns: Column<Row>[]; row: Row }

/** On a phone columns stand below each other: side by side each would be a word wide. */
function Stacked<Row>({ columns, row }: StackedProps<Row>) {
  return (
    <dl className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 pt-1">
      {columns
        .filter(({ isExtra }) => !isExtra)
        .map(({ header, cell }) => ({ header, value: cell(row) }))
        .filter(({ value }) => value && value !== NOTHING)
        .map(({ header, value }) => (
          <div key={header}>
            <dt className="sr-only">{header}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
