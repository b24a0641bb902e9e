-- DropForeignKey
ALTER TABLE "Draft" DROP CONSTRAINT "Draft_versionId_fkey";

-- AlterTable
ALTER TABLE "Survey" ADD COLUMN     "author" BIGINT,
ADD COLUMN     "closesOn" TEXT,
ADD COLUMN     "isNamed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "isPerUnit" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "opensOn" TEXT,
ADD COLUMN     "participation" TEXT NOT NULL DEFAULT 'period',
ADD COLUMN     "quotas" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'open',
ADD COLUMN     "target" INTEGER;

-- AlterTable
ALTER TABLE "SurveyVersion" ADD COLUMN     "changes" TEXT,
ADD COLUMN     "publishedOn" TEXT;

-- AlterTable
ALTER TABLE "Draft" ALTER COLUMN "unitId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "DraftAnswer" ADD COLUMN     "consequences" TEXT;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "person" BIGINT,
ALTER COLUMN "unitId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Attachment" (
    "name" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "mimeType" TEXT,
    "size" INTEGER,
    "isStored" BOOLEAN NOT NULL DEFAULT false,
    "draftId" TEXT,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "Attachment_draftId_idx" ON "Attachment"("draftId");

-- CreateIndex
CREATE INDEX "Draft_versionId_idx" ON "Draft"("versionId");

-- CreateIndex
CREATE INDEX "Response_versionId_period_idx" ON "Response"("versionId", "period");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "SurveyVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
