import people from "./people.json"

export default people
