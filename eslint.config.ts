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
    // Settings of tools, outside the project that the rules are given.
    "*.config.ts",
    "medusa-config.ts",
  ]),
  ...medusa.configs.strict,
  {
    // Runs in shoppers' browsers, where a MedusaError would be sent to nobody.
    files: ["storefront/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
])
