import { setsStatus } from "../set-status"

export const POST = setsStatus("closed")
