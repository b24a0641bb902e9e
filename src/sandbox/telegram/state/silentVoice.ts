/** Opus frames of 20 ms in one page: a second. */
const framesInPage = 50
/** A frame in which nothing is heard. */
const silence = Buffer.from([0xf8, 0xff, 0xfe])
/** Opus counts 48,000 samples a second, whatever was recorded. */
const samplesInFrame = 960

/** A voice message of so many whole seconds in which nobody speaks: OGG with OPUS, as Telegram's apps record it. */
export function silentVoice(seconds: number): Buffer {
  const pages = [page([opusHead()], 0, 0, isFirst), page([opusTags()], 1, 0)]
  for (let second = 1; second <= seconds; second++) {
    const frames = Array.from({ length: framesInPage }, () => silence)
    const samples = second * framesInPage * samplesInFrame
    pages.push(page(frames, second + 1, samples, second === seconds ? isLast : 0))
  }
  return Buffer.concat(pages)
}

/** Version 1, one channel, no samples to skip, recorded at 48 kHz, no gain. */
function opusHead(): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead')
  head.writeUInt8(1, 8)
  head.writeUInt8(1, 9)
  head.writeUInt32LE(48_000, 12)
  return head
}

/** A name of the writer, and no comments. */
function opusTags(): Buffer {
  const tags = Buffer.alloc(21)
  tags.write('OpusTags')
  tags.writeUInt32LE(5, 8)
  tags.write('suluh', 12)
  return tags
}

const isFirst = 2
const isLast = 4

/** A page of the container. @see RFC 3533, section 6 */
function page(packets: Buffer[], number: number, samples: number, flags = 0): Buffer {
  const head = Buffer.alloc(27 + packets.length)
  head.write('OggS')
  head.writeUInt8(flags, 5)
  head.writeBigUInt64LE(BigInt(samples), 6)
  head.writeUInt32LE(1, 14)
  head.writeUInt32LE(number, 18)
  head.writeUInt8(packets.length, 26)
  for (const [index, { length }] of packets.entries()) head.writeUInt8(length, 27 + index)
  const whole = Buffer.concat([head, ...packets])
  whole.writeUInt32LE(checksum(whole), 22)
  return whole
}

/** CRC-32 as Ogg wants it: not reflected, beginning with nothing. */
function checksum(bytes: Buffer): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}
