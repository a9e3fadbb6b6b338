import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import {
  cleanEnvironment,
  outcomeOf,
  projectRoot,
  runCommand,
} from "../support/run-command"
import { lockOf, readJson, writeJson } from "./lock"

const MEDUSA = "2.21.2"
const PLUGIN = "medusa-plugin-crm-desk"

export type FreshHost = Awaited<ReturnType<typeof makeFreshHost>>

/** A Medusa project as a developer has one, with the plugin installed from its tarball. */
export async function makeFreshHost({
  tarball,
  env,
}: {
  tarball: string
  env: NodeJS.ProcessEnv
}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-host-"))
  const medusa = path.join(folder, "node_modules/@medusajs/cli/cli.js")
  const built = path.join(folder, ".medusa/server")

  fs.copyFileSync(tarball, path.join(folder, "plugin.tgz"))
  writeProject(folder)
  await runCommand("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], {
    cwd: folder,
  })

  return {
    folder,
    /** Where a built shop is started from. */
    built,
    medusa: (args: string[], cwd = folder, extra: NodeJS.ProcessEnv = {}) =>
      runCommand(process.execPath, [medusa, ...args], {
        cwd,
        env: cleanEnvironment({ ...env, ...extra }),
      }),
    medusaOutcome: (args: string[], cwd: string, extra: NodeJS.ProcessEnv) =>
      outcomeOf(process.execPath, [medusa, ...args], {
        cwd,
        env: cleanEnvironment({ ...env, ...extra }),
      }),
    /** Started in the background; ends with the test at the latest. */
    start: async (port: number) => {
      const { spawnGuarded } = await import("../support/guarded-child.mjs")
      const log = path.join(folder, "shop.log")
      const shop = spawnGuarded(
        process.execPath,
        [medusa, "start", "--port", String(port)],
        {
          cwd: built,
          env: cleanEnvironment({ ...env, NODE_ENV: "production" }),
          output: fs.openSync(log, "a"),
        }
      )
      return { ...shop, log: () => fs.readFileSync(log, "utf8") }
    },
    node: (script: string) =>
      runCommand(process.execPath, ["-e", script], { cwd: folder }),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

function writeProject(folder: string) {
  const ours = readJson(path.join(projectRoot, "package.json"))
  const pinned = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, ours.devDependencies[name]]))
  const project = {
    name: "fresh-shop",
    version: "0.0.0",
    private: true,
    dependencies: {
      "@medusajs/admin-sdk": MEDUSA,
      "@medusajs/cli": MEDUSA,
      "@medusajs/framework": MEDUSA,
      "@medusajs/medusa": MEDUSA,
      [PLUGIN]: "file:plugin.tgz",
    },
    devDependencies: pinned([
      "@swc/core",
      "@types/node",
      // An optional peer of what Medusa's CLI needs: npm drops it from a lock that shrinks.
      "ajv",
      "react",
      "react-dom",
      "ts-node",
      "typescript",
      "vite",
    ]),
  }
  writeJson(path.join(folder, "package.json"), project)
  writeJson(path.join(folder, "package-lock.json"), lockOf(project))
  writeJson(path.join(folder, "tsconfig.json"), TSCONFIG)
  fs.writeFileSync(path.join(folder, "medusa-config.ts"), CONFIG)
}

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    skipLibCheck: true,
    strict: true,
    outDir: "./.medusa/server",
    rootDir: "./",
  },
  "ts-node": { swc: true },
  include: ["**/*"],
  exclude: ["node_modules", ".medusa"],
}

const CONFIG = `import { defineConfig, loadEnv } from "@medusajs/framework/utils"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS!,
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "package-test",
      cookieSecret: "package-test",
    },
  },
  plugins: [
    {
      resolve: "${PLUGIN}",
      options: {
        encryptionKey: process.env.CRM_ENCRYPTION_KEY,
        allowedMailHosts: ["127.0.0.1"],
      },
    },
  ],
})
`
