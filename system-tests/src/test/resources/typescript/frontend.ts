// What a frontend does with the generated clients: it has to compile, and the compiler has to know what may be missing.
import { Configuration, EventsApi } from "./events";
import { ContactsApi, ScansApi } from "./contacts";
import { FollowUpsApi } from "./followup";

const configuration = (basePath: string, token: string) => new Configuration({ basePath, accessToken: token });

export async function agenda(basePath: string, token: string): Promise<string[]> {
  const events = new EventsApi(configuration(basePath, token));
  const page = await events.listEvents({ limit: 50 });
  return page.items.map((event) => `${event.name} ${event.venue ?? "online"}`);
}

export const clients = [ContactsApi, ScansApi, FollowUpsApi];
