/**
 * Builds what storefronts use into the built plugin: the client and the React components as ES
 * modules with their types, the web component as one script. Runs after `medusa plugin:build`, which
 * empties the folder of the built plugin.
 */
import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "vite"

// Whoever builds, a test as well: in another mode the element would ask for React's development runtime.
process.env.NODE_ENV = "production"

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, "..")
const outDir = path.join(root, ".medusa", "server", "storefront")
const from = (...names) => path.join(here, ...names)

/** Nothing of a host's vite.config is ours. */
const shared = { configFile: false, root: here, logLevel: "warn", publicDir: false }

fs.rmSync(outDir, { recursive: true, force: true })
await buildModules()
await buildElement()
execFileSync(
  process.execPath,
  [
    path.join(root, "node_modules", "typescript", "bin", "tsc"),
    ...["-p", here, "--noEmit", "false", "--declaration", "--emitDeclarationOnly"],
    ...["--outDir", outDir],
  ],
  { stdio: "inherit" }
)
fs.copyFileSync(from("style.css"), path.join(outDir, "style.css"))
// The plugin is CommonJS, this folder is not.
fs.writeFileSync(path.join(outDir, "package.json"), '{ "type": "module" }\n')

/** The host's React and SDK: two Reacts on a page do not know each other's hooks. */
function buildModules() {
  return build({
    ...shared,
    esbuild: { jsx: "automatic" },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      minify: false,
      lib: {
        entry: {
          "client/index": from("client/index.ts"),
          "react/index": from("react/index.ts"),
        },
        formats: ["es"],
        fileName: (_format, name) => `${name}.js`,
      },
      rollupOptions: {
        external: [/^react($|\/)/, /^react-dom($|\/)/, "@medusajs/js-sdk"],
        output: {
          chunkFileNames: "chunks/[name].js",
          // Next.js renders components with state in the browser only when they say so.
          banner: ({ name }) => (name === "react/index" ? '"use client"' : ""),
        },
      },
    },
  })
}

/** With Preact instead of React: a page without a bundler loads a fifth of the bytes. */
function buildElement() {
  return build({
    ...shared,
    esbuild: { jsx: "automatic" },
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: {
      alias: [
        { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
        { find: /^react-dom$/, replacement: "preact/compat" },
        { find: /^react$/, replacement: "preact/compat" },
        { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
      ],
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: "es2022",
      lib: {
        entry: from("element/crm-support.tsx"),
        name: "CrmSupport",
        formats: ["iife"],
        fileName: () => "element.js",
      },
    },
  })
}
