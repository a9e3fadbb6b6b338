import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { cleanEnvironment, projectRoot, runCommand } from "../support/run-command"
import { lockOf, readJson, writeJson } from "./lock"

/** All of a developer's own code: what docs/storefront.md promises. */
const PAGE = `import { createRoot } from "react-dom/client"
import { createSupportClient } from "medusa-plugin-crm-desk/storefront"
import { ContactForm, SupportProvider } from "medusa-plugin-crm-desk/storefront/react"

const { VITE_BACKEND: baseUrl, VITE_KEY: publishableKey } = import.meta.env
const client = createSupportClient({ baseUrl, publishableKey })

createRoot(document.body.appendChild(document.createElement("main"))).render(
  <SupportProvider client={client}><ContactForm form="contact" /></SupportProvider>
)
`
/** The same without React. */
const PLAIN = `<!doctype html><html lang="en"><title>Plain</title>
<script src="%VITE_BACKEND%/crm/element.js" defer vite-ignore></script>
<body><crm-support form="contact" publishable-key="%VITE_KEY%"></crm-support></body></html>
`
const HTML = `<!doctype html><html lang="en"><title>Contact</title>
<body><script type="module" src="/page.tsx"></script></body></html>
`
const VITE = `export default { build: { rollupOptions: { input: ["index.html", "plain.html"] } } }
`

export type FreshPage = Awaited<ReturnType<typeof makeFreshPage>>

/** A storefront in a repository of its own, with nothing of Medusa but its SDK. */
export async function makeFreshPage({ tarball }: { tarball: string }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-page-"))
  const run = (script: string, args: string[], extra: NodeJS.ProcessEnv = {}) =>
    runCommand(process.execPath, [path.join(folder, "node_modules", script), ...args], {
      cwd: folder,
      env: cleanEnvironment(extra),
    })

  fs.copyFileSync(tarball, path.join(folder, "plugin.tgz"))
  writeProject(folder)
  await runCommand("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], {
    cwd: folder,
  })
  return {
    /** What of Medusa was installed along. */
    medusaPackages: () => fs.readdirSync(path.join(folder, "node_modules/@medusajs")),
    checkTypes: () => run("typescript/bin/tsc", ["--noEmit"]),
    build: (backend: string, key: string) =>
      run("vite/bin/vite.js", ["build"], { VITE_BACKEND: backend, VITE_KEY: key }),
    /** Until it is stopped. */
    serve: async (port: number) => {
      const { spawnGuarded } = await import("../support/guarded-child.mjs")
      const vite = path.join(folder, "node_modules/vite/bin/vite.js")
      return spawnGuarded(
        process.execPath,
        [vite, "preview", "--port", String(port), "--strictPort", "--host", "localhost"],
        { cwd: folder, env: cleanEnvironment() }
      )
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}

function writeProject(folder: string) {
  const { devDependencies: ours } = readJson(path.join(projectRoot, "package.json"))
  const pinned = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, ours[name]]))
  const project = {
    name: "fresh-page",
    version: "0.0.0",
    private: true,
    type: "module",
    dependencies: {
      ...pinned(["@medusajs/js-sdk", "react", "react-dom"]),
      "medusa-plugin-crm-desk": "file:plugin.tgz",
    },
    devDependencies: pinned([
      "@types/react",
      "@types/react-dom",
      "typescript",
      "vite",
      // Optional peers of these: npm drops them from a lock that shrinks.
      "@types/node",
      "jiti",
    ]),
  }
  writeJson(path.join(folder, "package.json"), project)
  writeJson(path.join(folder, "package-lock.json"), lockOf(project))
  writeJson(path.join(folder, "tsconfig.json"), TSCONFIG)
  const sources = {
    "page.tsx": PAGE,
    "index.html": HTML,
    "plain.html": PLAIN,
    "vite.config.js": VITE,
  }
  for (const [name, text] of Object.entries(sources)) {
    fs.writeFileSync(path.join(folder, name), text)
  }
}

const TSCONFIG = {
  compilerOptions: {
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "bundler",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    jsx: "react-jsx",
    types: ["vite/client"],
    // Of the packages of others; ours are what this is about.
    skipLibCheck: true,
    strict: true,
    noEmit: true,
  },
  include: ["page.tsx"],
}
