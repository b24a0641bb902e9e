/* The statements of the hot path and of handing in: written out, because each is said for every answer. */

const ACT = `INSERT INTO "DraftAnswer" ("draftId", "position", "updateId", "path", "value", "reopens", "consequences", "actedAt")
SELECT "id", CAST(? AS INTEGER), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BOOLEAN),
  CAST(? AS TEXT), COALESCE(?, "focusedAt")
FROM "Draft" WHERE "id" = ?`

/** One act; nothing when its position or its update is there already, or the draft is gone. */
export const INSERT_ACT = `${ACT} ON CONFLICT DO NOTHING`

/** The same, unless the person has turned to another draft since the last two values, which are the same moment. */
export const INSERT_ACT_IF_FOCUSED = `${ACT} AND NOT EXISTS (
  SELECT 1 FROM "Draft" AS other WHERE other."person" = "Draft"."person" AND other."id" <> "Draft"."id" AND (
    other."focusedAt" > ? OR EXISTS (
      SELECT 1 FROM "DraftAnswer" AS act WHERE act."draftId" = other."id" AND act."actedAt" > ?
    )
  )
) ON CONFLICT DO NOTHING`

/** A new draft; nothing when the respondent has one. */
export const INSERT_DRAFT = `INSERT INTO "Draft" ("id", "respondent", "person", "versionId", "unitId", "period", "focusedAt", "chat", "remindAt")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

export const SELECT_DRAFT = `SELECT "id", "respondent", "person", "versionId" AS "version", "unitId" AS "unit", "period", "focusedAt",
  "broadcastId" AS "broadcast" FROM "Draft"`

/** The draft that a person turned to or acted in last comes first. */
export const BY_FOCUS = `ORDER BY (
  SELECT CASE WHEN MAX("actedAt") > "Draft"."focusedAt" THEN MAX("actedAt") ELSE "Draft"."focusedAt" END
  FROM "DraftAnswer" WHERE "draftId" = "Draft"."id"
) DESC`

export const SELECT_ACTS = `SELECT "position", "updateId", "path", "value", "reopens", "consequences", "actedAt" FROM "DraftAnswer"
WHERE "draftId" = ? ORDER BY "position"`

export const DELETE_SUPERSEDED = `DELETE FROM "DraftAnswer" WHERE "draftId" = ? AND "consequences" IS NULL AND "position" NOT IN (
  SELECT MAX("position") FROM "DraftAnswer" WHERE "draftId" = ? GROUP BY "path"
)`

export const DELETE_DRAFT = 'DELETE FROM "Draft" WHERE "id" = ?'

export const INSERT_RESPONSE = `INSERT INTO "Response"
("id", "versionId", "unitId", "period", "finishedOn", "language", "answers", "isExample", "person")
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** That somebody has answered on an occasion; nothing when they had before. */
export const INSERT_PARTICIPATION =
  'INSERT INTO "Participation" ("respondent") VALUES (?) ON CONFLICT DO NOTHING'

/** A file that an act brought. It goes with its draft. */
export const INSERT_ATTACHMENT = `INSERT INTO "Attachment" ("name", "fileId", "mimeType", "size", "isStored", "draftId")
VALUES (?, ?, ?, ?, ?, ?)`

/** A file of a draft that another one has taken the place of. */
export const DELETE_ATTACHMENT = 'DELETE FROM "Attachment" WHERE "draftId" = ? AND "name" = ?'

/** The files of a draft that its response names stay with the response; the others go with the draft. */
export const keepAttachments = (count: number) =>
  `UPDATE "Attachment" SET "draftId" = NULL WHERE "draftId" = ? AND "name" IN (${Array(count).fill('?').join(', ')})`

/** Written so that the index finds the first few by their ids, however many there are on that day. */
const isNeighbour = (isPerUnit: boolean) =>
  `"unitId" ${isPerUnit ? '= (SELECT "unitId" FROM place)' : 'IS NULL'} AND "period" = (SELECT "period" FROM place)
        AND "finishedOn" = (SELECT "finishedOn" FROM place) AND NOT "isExample"`

/**
 * Turns a draft into a response, with one thing more than SQLite needs: PostgreSQL keeps rows in the order in which
 * they came, and gives them back so. Responses of the same unit and day, which nothing else tells apart, are
 * therefore taken up and laid down again with the new one in a random order. (SQLite's tables without rowid lie in
 * the order of their random ids by nature.) What another instance is moving just now is left to it: to wait for each
 * other could be for ever.
 */
export const finishInPostgresql = (isPerUnit: boolean) => `WITH wanted AS (
  SELECT ?::text AS "now", ?::text AS "otherwise"
), gone AS (
  DELETE FROM "Draft" WHERE "id" = ?
    AND NOT EXISTS (SELECT 1 FROM "Participation" WHERE "respondent" = (SELECT "now" FROM wanted)) RETURNING "id"
), participation AS (
  INSERT INTO "Participation" ("respondent")
  SELECT "now" FROM wanted, gone WHERE "now" IS NOT NULL
), elsewhere AS (
  INSERT INTO "Participation" ("respondent")
  SELECT "otherwise" FROM wanted, gone WHERE "otherwise" IS NOT NULL ON CONFLICT DO NOTHING
), fresh AS (
  SELECT ?::text AS "id", ?::int AS "versionId", ?::int AS "unitId", ?::text AS "period", ?::text AS "finishedOn",
    ?::text AS "language", ?::text AS "answers", ?::boolean AS "isExample", ?::bigint AS "person" FROM gone
), place AS MATERIALIZED (
  SELECT ?::int AS "unitId", ?::text AS "period", ?::text AS "finishedOn", ?::text AS "id"
), neighbours AS (
  SELECT "id" FROM "Response" WHERE "id" IN (
    SELECT "id" FROM (
      (SELECT "id" FROM "Response" WHERE ${isNeighbour(isPerUnit)} AND "id" >= (SELECT "id" FROM place) ORDER BY "id" LIMIT 24)
      UNION ALL
      (SELECT "id" FROM "Response" WHERE ${isNeighbour(isPerUnit)} AND "id" < (SELECT "id" FROM place) ORDER BY "id" LIMIT 24)
    ) AS around LIMIT 24
  ) FOR UPDATE SKIP LOCKED
), moved AS (
  DELETE FROM "Response" WHERE "id" IN (SELECT "id" FROM neighbours) AND EXISTS (SELECT 1 FROM gone)
  RETURNING "id", "versionId", "unitId", "period", "finishedOn", "language", "answers", "isExample", "person"
)
INSERT INTO "Response" ("id", "versionId", "unitId", "period", "finishedOn", "language", "answers", "isExample", "person")
SELECT * FROM (SELECT * FROM moved UNION ALL SELECT * FROM fresh) AS together ORDER BY random()`

export const SELECT_NEXT_POSITION = `
  SELECT COALESCE((SELECT MAX("position") FROM "DraftAnswer" WHERE "draftId" = "Draft"."id"), -1) + 1 AS "next"
  FROM "Draft" WHERE "id" = ?`
