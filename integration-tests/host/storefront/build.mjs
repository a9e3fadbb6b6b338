/** Builds the demo's storefront into the folder that is named, with the parts of the built plugin. */
import path from "node:path"
import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { build } from "vite"

const root = path.dirname(fileURLToPath(import.meta.url))
const page = (name) => path.join(root, name)

await build({
  configFile: false,
  root,
  logLevel: "warn",
  plugins: [react()],
  build: {
    outDir: path.resolve(process.argv[2]),
    emptyOutDir: true,
    rollupOptions: {
      input: [page("index.html"), page("contact-without-react.html")],
    },
  },
})
