-- CreateTable
CREATE TABLE "Employee" (
    "id" SERIAL NOT NULL,
    "nip" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL,
    "position" TEXT,
    "superior" TEXT,
    "phone" TEXT,
    "employment" TEXT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Roster" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Roster_pkey" PRIMARY KEY ("name")
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

    CONSTRAINT "RosterRow_pkey" PRIMARY KEY ("import","nip")
);

-- CreateTable
CREATE TABLE "EmployeeAccount" (
    "person" BIGINT NOT NULL,
    "employeeId" INTEGER NOT NULL,

    CONSTRAINT "EmployeeAccount_pkey" PRIMARY KEY ("person")
);

-- CreateTable
CREATE TABLE "RegistrationCode" (
    "hash" TEXT NOT NULL,
    "employeeId" INTEGER NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RegistrationCode_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Registration" (
    "person" BIGINT NOT NULL,
    "nip" TEXT,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("person")
);

-- CreateTable
CREATE TABLE "ProofAttempt" (
    "id" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ProofAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" SERIAL NOT NULL,
    "person" BIGINT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "grantedBy" BIGINT NOT NULL,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleOffer" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "unitId" INTEGER NOT NULL DEFAULT 0,
    "offeredBy" BIGINT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoleOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor" BIGINT,
    "act" TEXT NOT NULL,
    "role" TEXT,
    "unitId" INTEGER,
    "person" BIGINT,
    "employeeId" INTEGER,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Employee" ADD CONSTRAINT "Employee_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmployeeAccount" ADD CONSTRAINT "EmployeeAccount_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationCode" ADD CONSTRAINT "RegistrationCode_employeeId_fkey" FOREIGN KEY ("employeeId") REFERENCES "Employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;
