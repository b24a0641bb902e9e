-- CreateTable
CREATE TABLE "SurveyMedia" (
    "surveyId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "storedName" TEXT,

    PRIMARY KEY ("surveyId", "name", "number"),
    CONSTRAINT "SurveyMedia_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
