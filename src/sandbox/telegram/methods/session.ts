import type { Method } from '../call.ts'
import { integerOf, structureOf } from '../parameters.ts'
import { conflict } from '../refusal.ts'

/** Methods about the bot's own account and how it takes its updates. */
export const session = {
  getMe: (world) => ({
    ...world.bot.user,
    can_join_groups: true,
    can_read_all_group_messages: !world.hasPrivacy,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  logOut: () => true,

  close: () => true,

  getUpdates(world, { parameters, whenAbandoned }) {
    if (world.webhook.isSet()) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    const allowed = structureOf(parameters, 'allowed_updates', "can't parse allowed updates JSON object")
    if (Array.isArray(allowed)) world.updates.allow(allowed.map(String))
    return world.polling.take({
      offset: integerOf(parameters, 'offset') ?? 0,
      limit: integerOf(parameters, 'limit') ?? 100,
      timeout: integerOf(parameters, 'timeout') ?? 0,
      whenAbandoned,
    })
  },
} satisfies Record<string, Method>
