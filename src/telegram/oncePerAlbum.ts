import { LRUCache } from 'lru-cache'
import type { MiddlewareFn } from 'telegraf'
import { type News, NO_NEWS } from '../instance/news.ts'
import type { SuluhContext } from './context.ts'

/** People whose last album is remembered. */
const MOST_ALBUMS = 5_000

/** An album comes as one message for each of its photos; whoever sent it did one thing and hears one answer. */
export function oncePerAlbum(news: News = NO_NEWS): MiddlewareFn<SuluhContext> {
  const answered = new LRUCache<number, string>({ max: MOST_ALBUMS })
  news.hear('album', (key = '') => {
    const [person, album] = key.split(' ')
    if (album) answered.set(Number(person), album)
  })

  return async (ctx, next) => {
    const album = ctx.message && 'media_group_id' in ctx.message ? ctx.message.media_group_id : undefined
    if (album === undefined) return next()
    if (answered.get(ctx.person) === album) return
    answered.set(ctx.person, album)
    // Before anything is done with the first photo: the next one may come to another instance.
    await news.tell('album', `${ctx.person} ${album}`)
    return next()
  }
}
