import { defineConfig } from "@medusajs/framework/utils"

/**
 * The plugin's root is a Medusa project of its own, so that tests run from the sources. A shop
 * lists the plugin under `plugins` instead: see integration-tests/host/medusa-config.ts.
 */
const options = {
  enabled: process.env.CRM_ENABLED !== "false",
  encryptionKey: process.env.CRM_ENCRYPTION_KEY,
  backgroundJobs: false,
  allowedMailHosts: ["127.0.0.1"],
  storefrontUrl: process.env.CRM_STOREFRONT_URL,
}

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "tests-only",
      cookieSecret: "tests-only",
    },
  },
  admin: { disable: true },
  modules: [
    { resolve: "./src/modules/helpdesk", options },
    { resolve: "./src/modules/mail", options },
  ],
})
