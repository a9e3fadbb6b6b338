import medusa from "@medusajs/eslint-plugin"
import { defineConfig, globalIgnores } from "eslint/config"

export default defineConfig([
  globalIgnores([
    "**/node_modules/",
    "**/.medusa/",
    ".demo/",
    ".test/",
    ".bench/",
    "**/static/",
    "src/**/migrations/",
  ]),
  ...medusa.configs.strict,
])
