-- AlterTable
ALTER TABLE "SurveyVersion" ADD COLUMN "changes" TEXT;
ALTER TABLE "SurveyVersion" ADD COLUMN "publishedOn" TEXT;

-- AlterTable
ALTER TABLE "DraftAnswer" ADD COLUMN "consequences" TEXT;

-- CreateTable
CREATE TABLE "Attachment" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "fileId" TEXT NOT NULL,
    "mimeType" TEXT,
    "size" INTEGER,
    "isStored" BOOLEAN NOT NULL DEFAULT false,
    "draftId" TEXT,
    CONSTRAINT "Attachment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Survey" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "participation" TEXT NOT NULL DEFAULT 'period',
    "isNamed" BOOLEAN NOT NULL DEFAULT false,
    "isPerUnit" BOOLEAN NOT NULL DEFAULT true,
    "status" TEXT NOT NULL DEFAULT 'open',
    "opensOn" TEXT,
    "closesOn" TEXT,
    "target" INTEGER,
    "quotas" TEXT NOT NULL DEFAULT '[]',
    "author" BIGINT
);
INSERT INTO "new_Survey" ("code", "id", "period") SELECT "code", "id", "period" FROM "Survey";
DROP TABLE "Survey";
ALTER TABLE "new_Survey" RENAME TO "Survey";
CREATE UNIQUE INDEX "Survey_code_key" ON "Survey"("code");
CREATE TABLE "new_Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "respondent" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "versionId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "period" TEXT NOT NULL,
    "focusedAt" DATETIME NOT NULL,
    CONSTRAINT "Draft_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "SurveyVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Draft_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Draft" ("focusedAt", "id", "period", "person", "respondent", "unitId", "versionId") SELECT "focusedAt", "id", "period", "person", "respondent", "unitId", "versionId" FROM "Draft";
DROP TABLE "Draft";
ALTER TABLE "new_Draft" RENAME TO "Draft";
CREATE UNIQUE INDEX "Draft_respondent_key" ON "Draft"("respondent");
CREATE INDEX "Draft_person_idx" ON "Draft"("person");
CREATE INDEX "Draft_versionId_idx" ON "Draft"("versionId");
CREATE TABLE "new_Response" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "period" TEXT NOT NULL,
    "finishedOn" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "person" BIGINT,
    CONSTRAINT "Response_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "SurveyVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Response_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;
INSERT INTO "new_Response" ("answers", "finishedOn", "id", "isExample", "language", "period", "unitId", "versionId") SELECT "answers", "finishedOn", "id", "isExample", "language", "period", "unitId", "versionId" FROM "Response";
DROP TABLE "Response";
ALTER TABLE "new_Response" RENAME TO "Response";
CREATE INDEX "Response_unitId_period_finishedOn_idx" ON "Response"("unitId", "period", "finishedOn");
CREATE INDEX "Response_versionId_period_idx" ON "Response"("versionId", "period");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Attachment_draftId_idx" ON "Attachment"("draftId");
