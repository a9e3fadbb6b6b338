/** What `npm test` consists of, in order: the cheap and the narrow first. */
import { chromiumMissing } from "./chromium.mjs"
import { dovecotMissing } from "./dovecot.mjs"

/**
 * @typedef {{
 *   name: string
 *   command: string[]        arguments for node
 *   jest?: boolean           counts single tests; otherwise the level counts as one
 *   onRequest?: boolean      runs only when it is named
 *   shards?: number          processes one after the other: each file leaves its server's memory behind
 *   optional?: boolean       may be left out even in CI
 *   missing?: () => string | null          why nothing of it can run
 *   partlyMissing?: () => string | null    why a part of it cannot run
 * }} Level
 */

/** @returns {Level[]} */
export const testLevels = () => [
  { name: "lint", command: [bin("eslint"), ".", "--max-warnings", "0"] },
  { name: "typecheck", command: [bin("typescript", "tsc"), "--noEmit"] },
  {
    name: "typecheck-admin",
    command: [bin("typescript", "tsc"), "--noEmit", "-p", "src/admin/tsconfig.json"],
  },
  {
    name: "typecheck-tests",
    command: [
      bin("typescript", "tsc"),
      "--noEmit",
      "-p",
      "integration-tests/tsconfig.json",
    ],
  },
  typecheck("typecheck-storefront", "storefront"),
  typecheck("typecheck-demo-storefront", "integration-tests/host/storefront"),
  jest("unit"),
  jest("modules"),
  { ...jest("http"), shards: 4 },
  {
    ...jest("mail"),
    partlyMissing: () => install(dovecotMissing(), "the mail tests against Dovecot"),
  },
  {
    ...jest("corpus"),
    optional: true,
    missing: () =>
      process.env.MAIL_CORPUS
        ? null
        : "corpus: set MAIL_CORPUS to a folder of real mails",
  },
  { name: "bench", command: ["integration-tests/bench/bench.mjs", "--check"] },
  {
    ...jest("package"),
    partlyMissing: () => install(chromiumMissing(), "the pages of the package tests"),
  },
  { ...jest("browser"), missing: () => install(chromiumMissing(), "browser") },
  { ...jest("faults"), onRequest: true },
]

const typecheck = (name, folder) => ({
  name,
  command: [bin("typescript", "tsc"), "-p", `${folder}/tsconfig.json`],
})

const jest = (name) => ({
  name,
  jest: true,
  command: [bin("jest"), "--runInBand", "--forceExit", "--silent"],
})

const bin = (name, file = `${name}.js`) => `node_modules/${name}/bin/${file}`

const install = (missing, what) =>
  missing && `${what}: install the Debian package ${missing}`
