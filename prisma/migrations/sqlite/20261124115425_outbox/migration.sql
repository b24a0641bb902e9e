-- AlterTable
ALTER TABLE "DraftAnswer" ADD COLUMN "actedAt" DATETIME;

-- CreateTable
CREATE TABLE "Consent" (
    "purpose" TEXT NOT NULL,
    "person" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "month" TEXT NOT NULL,

    PRIMARY KEY ("purpose", "person")
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "Outgoing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "chat" BIGINT,
    "thread" INTEGER,
    "priority" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedBy" TEXT,
    "sentAt" DATETIME,
    "messageId" INTEGER,
    "said" TEXT,
    "isInvitation" BOOLEAN NOT NULL DEFAULT false,
    "isForgetful" BOOLEAN NOT NULL DEFAULT false,
    "broadcastId" INTEGER,
    CONSTRAINT "Outgoing_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "author" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "approver" BIGINT,
    "createdAt" DATETIME NOT NULL,
    "startsAt" DATETIME,
    "expiresAt" DATETIME,
    "lastPerson" BIGINT NOT NULL DEFAULT 0,
    "isQueued" BOOLEAN NOT NULL DEFAULT false,
    "begun" INTEGER NOT NULL DEFAULT 0,
    "finished" INTEGER NOT NULL DEFAULT 0,
    "cardMessage" INTEGER
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "beat" INTEGER NOT NULL,
    "load" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "JobRun" (
    "job" TEXT NOT NULL,
    "slot" DATETIME NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "outcome" TEXT,
    "error" TEXT,
    "instance" TEXT NOT NULL,

    PRIMARY KEY ("job", "slot")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isEstimated" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("day", "kind")
);

-- CreateTable
CREATE TABLE "AwaitedWords" (
    "person" BIGINT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "until" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Person" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "language" TEXT,
    "isReachable" BOOLEAN NOT NULL DEFAULT true,
    "isSilent" BOOLEAN NOT NULL DEFAULT false,
    "role" TEXT,
    "district" TEXT,
    "unitId" INTEGER,
    CONSTRAINT "Person_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Person" ("id", "isReachable", "language") SELECT "id", "isReachable", "language" FROM "Person";
DROP TABLE "Person";
ALTER TABLE "new_Person" RENAME TO "Person";
CREATE TABLE "new_Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "respondent" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "versionId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "period" TEXT NOT NULL,
    "focusedAt" DATETIME NOT NULL,
    "chat" TEXT,
    "remindAt" DATETIME,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "broadcastId" INTEGER,
    CONSTRAINT "Draft_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "SurveyVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Draft_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Draft" ("focusedAt", "id", "period", "person", "respondent", "unitId", "versionId") SELECT "focusedAt", "id", "period", "person", "respondent", "unitId", "versionId" FROM "Draft";
DROP TABLE "Draft";
ALTER TABLE "new_Draft" RENAME TO "Draft";
CREATE UNIQUE INDEX "Draft_respondent_key" ON "Draft"("respondent");
CREATE INDEX "Draft_person_idx" ON "Draft"("person");
CREATE INDEX "Draft_versionId_idx" ON "Draft"("versionId");
CREATE INDEX "Draft_remindAt_idx" ON "Draft"("remindAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Outgoing_key_key" ON "Outgoing"("key");

-- CreateIndex
CREATE INDEX "Outgoing_status_priority_notBefore_idx" ON "Outgoing"("status", "priority", "notBefore");

-- CreateIndex
CREATE INDEX "Outgoing_chat_sentAt_idx" ON "Outgoing"("chat", "sentAt");

-- CreateIndex
CREATE INDEX "Outgoing_broadcastId_status_idx" ON "Outgoing"("broadcastId", "status");

-- CreateIndex
CREATE INDEX "Broadcast_state_idx" ON "Broadcast"("state");

-- CreateIndex
CREATE INDEX "JobRun_startedAt_idx" ON "JobRun"("startedAt");

-- The holidays known when this was written; offices correct and add to them with /libur.
INSERT INTO "Holiday" ("day", "kind", "name", "isEstimated") VALUES
    ('2026-01-01', 'national', 'Tahun Baru 2026 Masehi', false),
    ('2026-01-16', 'national', 'Isra Mikraj Nabi Muhammad saw.', false),
    ('2026-02-17', 'national', 'Tahun Baru Imlek 2577', false),
    ('2026-03-19', 'national', 'Hari Suci Nyepi', false),
    ('2026-03-21', 'national', 'Idulfitri 1447 Hijriah', false),
    ('2026-03-22', 'national', 'Idulfitri 1447 Hijriah', false),
    ('2026-04-03', 'national', 'Wafat Yesus Kristus', false),
    ('2026-04-05', 'national', 'Kebangkitan Yesus Kristus (Paskah)', false),
    ('2026-05-01', 'national', 'Hari Buruh Internasional', false),
    ('2026-05-14', 'national', 'Kenaikan Yesus Kristus', false),
    ('2026-05-27', 'national', 'Iduladha 1447 Hijriah', false),
    ('2026-05-31', 'national', 'Hari Raya Waisak', false),
    ('2026-06-01', 'national', 'Hari Lahir Pancasila', false),
    ('2026-06-16', 'national', '1 Muharam, Tahun Baru Islam 1448 Hijriah', false),
    ('2026-08-17', 'national', 'Proklamasi Kemerdekaan', false),
    ('2026-08-25', 'national', 'Maulid Nabi Muhammad saw.', false),
    ('2026-12-25', 'national', 'Kelahiran Yesus Kristus (Natal)', false),
    ('2026-02-16', 'joint-leave', 'Cuti bersama Tahun Baru Imlek', false),
    ('2026-03-18', 'joint-leave', 'Cuti bersama Hari Suci Nyepi', false),
    ('2026-03-20', 'joint-leave', 'Cuti bersama Idulfitri', false),
    ('2026-03-23', 'joint-leave', 'Cuti bersama Idulfitri', false),
    ('2026-03-24', 'joint-leave', 'Cuti bersama Idulfitri', false),
    ('2026-05-15', 'joint-leave', 'Cuti bersama Kenaikan Yesus Kristus', false),
    ('2026-05-28', 'joint-leave', 'Cuti bersama Iduladha', false),
    ('2026-12-24', 'joint-leave', 'Cuti bersama Natal', false),
    ('2027-01-01', 'national', 'Tahun Baru 2027 Masehi', false),
    ('2027-01-05', 'national', 'Isra Mikraj Nabi Muhammad saw.', true),
    ('2027-02-06', 'national', 'Tahun Baru Imlek 2578', true),
    ('2027-03-08', 'national', 'Hari Suci Nyepi', true),
    ('2027-03-10', 'national', 'Idulfitri 1448 Hijriah', true),
    ('2027-03-11', 'national', 'Idulfitri 1448 Hijriah', true),
    ('2027-03-26', 'national', 'Wafat Yesus Kristus', true),
    ('2027-03-28', 'national', 'Kebangkitan Yesus Kristus (Paskah)', true),
    ('2027-05-01', 'national', 'Hari Buruh Internasional', false),
    ('2027-05-06', 'national', 'Kenaikan Yesus Kristus', true),
    ('2027-05-17', 'national', 'Iduladha 1448 Hijriah', true),
    ('2027-05-20', 'national', 'Hari Raya Waisak', true),
    ('2027-06-01', 'national', 'Hari Lahir Pancasila', false),
    ('2027-06-06', 'national', '1 Muharam, Tahun Baru Islam 1449 Hijriah', true),
    ('2027-08-15', 'national', 'Maulid Nabi Muhammad saw.', true),
    ('2027-08-17', 'national', 'Proklamasi Kemerdekaan', false),
    ('2027-12-25', 'national', 'Kelahiran Yesus Kristus (Natal)', false),
    ('2027-12-26', 'national', 'Isra Mikraj Nabi Muhammad saw.', true);
