import { defineConfig } from "@medusajs/framework/utils"

const {
  BACKEND_URL = "http://localhost:9000",
  STOREFRONT_URL = "http://localhost:9100",
  DEMO_GOOGLE,
} = process.env

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: STOREFRONT_URL,
      adminCors: BACKEND_URL,
      authCors: [BACKEND_URL, STOREFRONT_URL].join(","),
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
    // Over plain http a browser drops a secure cookie, and nobody could log in.
    cookieOptions: { secure: false },
  },
  admin: {
    // Relative, so that the built admin works on whichever port was free.
    backendUrl: "/",
  },
  plugins: [
    {
      resolve: "medusa-plugin-crm-desk",
      options: {
        encryptionKey: process.env.CRM_ENCRYPTION_KEY,
        pollIntervalSeconds: 5,
        // Where links in mails to shoppers lead.
        storefrontUrl: STOREFRONT_URL,
        // The demo's mail servers are on this machine.
        allowedMailHosts: ["127.0.0.1"],
        // As an app that is registered at Google; here a stand-in on this machine.
        oauth: { google: DEMO_GOOGLE && JSON.parse(DEMO_GOOGLE) },
      },
    },
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: {
              // Outside the build, which every new build removes.
              upload_dir: process.env.DEMO_PUBLIC_FILES,
              private_upload_dir: process.env.DEMO_PRIVATE_FILES,
              backend_url: `${BACKEND_URL}/static`,
            },
          },
        ],
      },
    },
  ],
})
