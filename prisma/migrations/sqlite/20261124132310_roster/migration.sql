-- CreateTable
CREATE TABLE "Employee" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "nip" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "position" TEXT,
    "superior" TEXT,
    "phone" TEXT,
    "employment" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    CONSTRAINT "Employee_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Roster" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "RosterRow" (
    "import" TEXT NOT NULL,
    "nip" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "position" TEXT,
    "superior" TEXT,
    "phone" TEXT,
    "employment" TEXT NOT NULL,

    PRIMARY KEY ("import", "nip")
);

-- CreateTable
CREATE TABLE "EmployeeAccount" (
    "person" BIGINT NOT NULL PRIMARY KEY,
    "employeeId" INTEGER NOT NULL,
    CONSTRAINT "EmployeeAccount_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;

-- CreateTable
CREATE TABLE "RegistrationCode" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "employeeId" INTEGER NOT NULL,
    "until" DATETIME NOT NULL,
    CONSTRAINT "RegistrationCode_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Registration" (
    "person" BIGINT NOT NULL PRIMARY KEY,
    "nip" TEXT,
    "until" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ProofAttempt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subject" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "person" BIGINT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "grantedBy" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "RoleOffer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL DEFAULT 0,
    "offeredBy" BIGINT NOT NULL,
    "until" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actor" BIGINT,
    "act" TEXT NOT NULL,
    "role" TEXT,
    "unitId" INTEGER,
    "person" BIGINT,
    "employeeId" INTEGER
);

-- CreateIndex
CREATE UNIQUE INDEX "Employee_nip_key" ON "Employee"("nip");

-- CreateIndex
CREATE INDEX "Employee_unitId_isActive_idx" ON "Employee"("unitId", "isActive");

-- CreateIndex
CREATE INDEX "Employee_superior_idx" ON "Employee"("superior");

-- CreateIndex
CREATE UNIQUE INDEX "EmployeeAccount_employeeId_key" ON "EmployeeAccount"("employeeId");

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationCode_employeeId_key" ON "RegistrationCode"("employeeId");

-- CreateIndex
CREATE INDEX "ProofAttempt_subject_at_idx" ON "ProofAttempt"("subject", "at");

-- CreateIndex
CREATE INDEX "ProofAttempt_at_idx" ON "ProofAttempt"("at");

-- CreateIndex
CREATE UNIQUE INDEX "RoleGrant_person_role_unitId_key" ON "RoleGrant"("person", "role", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "RoleOffer_hash_key" ON "RoleOffer"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");
