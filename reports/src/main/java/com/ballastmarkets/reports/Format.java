package com.ballastmarkets.reports;

/** What a report can be printed as. */
public enum Format {
  /** Set pages, A4, fonts embedded. */
  PDF("application/pdf", "pdf"),
  /** A workbook with one sheet per table; figures are numbers. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  /** The main table alone, for machines: UTF-8, RFC 4180, one header. */
  CSV("text/csv; charset=utf-8", "csv");

  private final String mediaType;
  private final String extension;

  Format(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** For a {@code Content-Type} header. */
  public String mediaType() {
    return mediaType;
  }

  /** For a file's name, without the dot. */
  public String extension() {
    return extension;
  }
}
