import de from "./json/de.json"
import en from "./json/en.json"

/** A namespace of our own: Medusa merges the texts of all plugins into one tree. */
export default {
  en: { crmDesk: en },
  de: { crmDesk: de },
}
