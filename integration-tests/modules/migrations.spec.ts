import fs from "node:fs"
import path from "node:path"
import { MikroORM } from "@medusajs/framework/mikro-orm/postgresql"
import { defineMikroOrmCliConfig } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../src/modules/helpdesk"
import { MAIL_MODULE } from "../../src/modules/mail"

/** A model that was changed without `npm run generate-migrations` is found here. */
describe.each([
  [HELPDESK_MODULE, "helpdesk"],
  [MAIL_MODULE, "mail"],
])("the migrations of %s", (key, name) => {
  it("say all that its models say", async () => {
    const folder = path.resolve("src/modules", name)
    const entities = fs
      .readdirSync(path.join(folder, "models"))
      .flatMap((file) =>
        Object.values(jest.requireActual(path.join(folder, "models", file)))
      )
    const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
    const orm = await MikroORM.init({
      ...defineMikroOrmCliConfig(key, {
        entities: entities as never,
        host: DB_HOST,
        port: Number(DB_PORT),
        user: DB_USERNAME,
        password: DB_PASSWORD,
        migrations: { path: path.join(folder, "migrations") },
      }),
      dbName: "postgres",
    })

    expect(await orm.getMigrator().checkMigrationNeeded()).toBe(false)
    await orm.close()
  })
})
