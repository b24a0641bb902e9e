/** What somebody sent instead of words. Everything in it is theirs: escape it, measure it, trust none of it. */
export type Received = ReceivedFile | ReceivedLocation | ReceivedContact

export interface ReceivedFile {
  type: 'photo' | 'document' | 'audio' | 'voice' | 'video' | 'video_note' | 'animation' | 'sticker'
  /** With which this bot may fetch the file or send it on. */
  fileId: string
  /** The same for the same file, whoever sent it and whichever bot got it. */
  uniqueId: string
  /** Bytes, when Telegram knows. */
  size?: number
  mimeType?: string
  /** What the sender's phone calls it: for showing only. Photos and voices have none. */
  name?: string
  /** Pixels. */
  width?: number
  height?: number
  /** Length of sounds and films. */
  seconds?: number
  /** What was written below it. */
  caption?: string
}

export interface ReceivedLocation {
  type: 'location'
  latitude: number
  longitude: number
  /** Metres within which the place really is; unknown when it was picked on the map. */
  accuracy?: number
  /** Whether it goes on changing, so that this is only where it began. */
  isLive: boolean
}

export interface ReceivedContact {
  type: 'contact'
  phone: string
  firstName: string
  lastName?: string
  /** Whether it is the sender's own number, vouched for by Telegram. */
  isOwn: boolean
}
