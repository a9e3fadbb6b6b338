import { useState, type FormEvent } from "react"
import { Navigate } from "react-router-dom"
import people from "../../../src/seed/people.json"
import { useLanguage } from "../locale"
import { useShopper } from "../shopper"
import { Page } from "./page"

const shoppers = people.shoppers.filter(({ account }) => account)

export function LoginPage() {
  const { text } = useLanguage()
  const { customer, logIn } = useShopper()
  const [email, setEmail] = useState(shoppers[0].email)
  const [password, setPassword] = useState(shoppers[0].password)
  const [hasFailed, setFailed] = useState(false)

  if (customer) return <Navigate to="/account" replace />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setFailed(false)
    logIn(email, password).catch(() => setFailed(true))
  }
  const choose = (shopper: (typeof shoppers)[number]) => {
    setEmail(shopper.email)
    setPassword(shopper.password)
  }
  return (
    <Page title={text("log_in")} lead={text("login_lead")}>
      <p className="people">
        {shoppers.map((shopper) => (
          <button
            key={shopper.email}
            type="button"
            className="crm-button"
            aria-pressed={shopper.email === email}
            onClick={() => choose(shopper)}
          >
            {shopper.first_name} {shopper.last_name}
          </button>
        ))}
      </p>
      <form className="card crm-form" onSubmit={submit}>
        <div className="crm-field">
          <label className="crm-label" htmlFor="email">
            {text("email")}
          </label>
          <input
            className="crm-input"
            id="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
        </div>
        <div className="crm-field">
          <label className="crm-label" htmlFor="password">
            {text("password")}
          </label>
          <input
            className="crm-input"
            id="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        </div>
        <p className="crm-error" role="alert">
          {hasFailed ? text("login_failed") : ""}
        </p>
        <button type="submit" className="crm-button crm-button-main">
          {text("log_in")}
        </button>
      </form>
    </Page>
  )
}
