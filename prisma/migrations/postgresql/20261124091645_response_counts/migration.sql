-- DropIndex
DROP INDEX "Response_versionId_period_idx";

-- CreateIndex
CREATE INDEX "Response_versionId_period_unitId_idx" ON "Response"("versionId", "period", "unitId");
