-- DropIndex
DROP INDEX "Response_unitId_period_finishedOn_idx";

-- CreateIndex
CREATE INDEX "Response_unitId_period_finishedOn_id_idx" ON "Response"("unitId", "period", "finishedOn", "id");
