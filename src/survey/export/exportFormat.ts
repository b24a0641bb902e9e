/** In which forms answers leave Suluh: a workbook, text for any program, or data with a syntax file for SPSS. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'spss'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
