import { DAEMON_ADDRESS } from "../mime/automated-phrases"
import type { ReadEmail } from "../mime/read-email-types"

type Report = Pick<ReadEmail, "automated" | "bounce" | "return_path" | "from">

/**
 * Whether a mail is the delivery failure of somebody else's mail: a forged sender, or another
 * program that sends with the desk's address. There may be thousands; as tickets they would bury the
 * customers'. It has to say which mail it is about, and to come from a mail server: a person who
 * passes a failure on gets a ticket, and so does a failure that may be one of ours.
 * @param namesOurs one of our signed Message-IDs stands in it
 */
export const isBackscatter = (
  { automated, bounce, return_path, from }: Report,
  namesOurs: boolean
): boolean =>
  automated.kind === "bounce" &&
  !namesOurs &&
  Boolean(bounce?.original_message_id) &&
  (return_path === "" || (from !== null && DAEMON_ADDRESS.test(from.address)))
