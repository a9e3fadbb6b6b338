import { useState } from "react"

/** Says aloud, for those who do not see the page, what has just happened. */
export function useNews() {
  const [news, setNews] = useState("")
  return {
    tell: setNews,
    news: (
      <p className="crm-news" role="status">
        {news}
      </p>
    ),
  }
}
