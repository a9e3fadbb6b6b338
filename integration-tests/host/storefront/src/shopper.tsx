import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
  type ReactNode,
} from "react"
import { sdk } from "./medusa"

type Customer = { email: string; first_name: string | null; phone?: string | null }

type Shopper = {
  /** Null for a guest, undefined until that is known. */
  customer: Customer | null | undefined
  logIn(email: string, password: string): Promise<void>
  logOut(): Promise<void>
}

const ShopperContext = createContext<Shopper | null>(null)

export function ShopperProvider({ children }: { children: ReactNode }) {
  const [customer, setCustomer] = useState<Customer | null | undefined>(undefined)

  const look = useCallback(async () => setCustomer(await whoIsThere()), [])
  useEffect(() => void look(), [look])

  const logIn = async (email: string, password: string) => {
    await sdk.auth.login("customer", "emailpass", { email, password })
    await look()
  }
  const logOut = async () => {
    await sdk.client.clearToken()
    setCustomer(null)
  }
  return (
    <ShopperContext.Provider value={{ customer, logIn, logOut }}>
      {children}
    </ShopperContext.Provider>
  )
}

export function useShopper(): Shopper {
  const shopper = useContext(ShopperContext)
  if (!shopper) throw new Error("Outside of the ShopperProvider")
  return shopper
}

async function whoIsThere(): Promise<Customer | null> {
  if (!(await sdk.client.getToken())) return null
  try {
    return (await sdk.store.customer.retrieve()).customer
  } catch {
    // The login has ended.
    await sdk.client.clearToken()
    return null
  }
}
