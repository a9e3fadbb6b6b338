import { asValue } from "@medusajs/framework/awilix"
import { logger } from "@medusajs/framework/logger"
import {
  MedusaApp,
  MedusaAppMigrateUp,
  MedusaModule,
} from "@medusajs/framework/modules-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  Modules,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"
import path from "node:path"
import type { CrmDeskPluginOptions } from "../../src/options"

type Boot = {
  databaseUrl: string
  /** Where the File Module keeps attachments. */
  fileFolder: string
  options: CrmDeskPluginOptions
}

/**
 * The desk without the shop: our modules, and of Medusa only what mail touches on its way in and
 * out. A whole host takes ten times as long to start, and the tests start this twenty times.
 */
export async function bootModules(boot: Boot): Promise<{
  container: MedusaContainer
  shutdown: () => Promise<void>
}> {
  const connection = connect(boot.databaseUrl)
  const sharedContainer = containerWith(connection)
  const app = await MedusaApp(appOptions(boot, sharedContainer, connection))
  const container = app.sharedContainer!

  for (const [key, value] of [
    [ContainerRegistrationKeys.LINK, app.link],
    [ContainerRegistrationKeys.REMOTE_LINK, app.link],
    [ContainerRegistrationKeys.QUERY, app.query],
    [ContainerRegistrationKeys.REMOTE_QUERY, app.query],
  ] as const) {
    container.register(key, asValue(value))
  }
  await app.onApplicationStart()

  return {
    container,
    shutdown: async () => {
      await app.onApplicationPrepareShutdown()
      await app.onApplicationShutdown()
      await connection.destroy()
      MedusaModule.clearInstances()
    },
  }
}

/** Brings a new database to the state these modules need. */
export async function migrateModules(boot: Boot): Promise<void> {
  const connection = connect(boot.databaseUrl)
  try {
    await MedusaAppMigrateUp(appOptions(boot, containerWith(connection), connection))
  } finally {
    await connection.destroy()
  }
}

const connect = (databaseUrl: string) =>
  ModulesSdkUtils.createPgConnection({ clientUrl: databaseUrl, schema: "public" })

type Connection = ReturnType<typeof connect>

function containerWith(connection: Connection): MedusaContainer {
  const container = createMedusaContainer()
  container.register(ContainerRegistrationKeys.PG_CONNECTION, asValue(connection))
  container.register(ContainerRegistrationKeys.LOGGER, asValue(logger))
  container.register(
    ContainerRegistrationKeys.CONFIG_MODULE,
    asValue({ projectConfig: {} })
  )
  return container
}

const appOptions = (
  { databaseUrl, fileFolder, options }: Boot,
  sharedContainer: MedusaContainer,
  connection: Connection
) => ({
  cwd: SOURCES,
  sharedContainer,
  sharedResourcesConfig: { database: { clientUrl: databaseUrl } },
  injectedDependencies: {
    [ContainerRegistrationKeys.PG_CONNECTION]: connection,
    [ContainerRegistrationKeys.LOGGER]: logger,
  },
  modulesConfig: {
    ...ours("crm_helpdesk", "helpdesk", options),
    ...ours("crm_mail", "mail", options),
    [Modules.CUSTOMER]: true,
    [Modules.ORDER]: true,
    [Modules.USER]: {
      resolve: "@medusajs/medusa/user",
      options: { jwt_secret: "tests-only" },
    },
    [Modules.EVENT_BUS]: true,
    [Modules.WORKFLOW_ENGINE]: true,
    [Modules.LOCKING]: true,
    [Modules.CACHE]: true,
    [Modules.NOTIFICATION]: {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { channels: ["feed"] },
          },
        ],
      },
    },
    [Modules.FILE]: {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: { upload_dir: fileFolder, private_upload_dir: fileFolder },
          },
        ],
      },
    },
  },
})

/** The folder above `src`: the checkout, or where `compile.mjs` put it. */
const SOURCES = path.resolve(__dirname, "../..")

const ours = (key: string, folder: string, options: CrmDeskPluginOptions) => ({
  [key]: {
    resolve: path.join(SOURCES, "src/modules", folder),
    // A copy: Medusa writes its database into it.
    options: { ...options },
    definition: { key, label: key, isQueryable: true, defaultPackage: false as const },
  },
})
