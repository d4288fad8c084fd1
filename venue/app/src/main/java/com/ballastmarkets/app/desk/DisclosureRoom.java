package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.fund.DisclosureDesk;
import com.ballastmarkets.reports.ReportPrinter;
import com.ballastmarkets.reports.desk.ReportDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Prints the public disclosure, each format anew at most once a minute. */
public final class DisclosureRoom implements DisclosureDesk {
  private static final long FRESH_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ReportDesk reports;
  private final ReportPrinter printer = new ReportPrinter();
  private final Map<Format, Kept> kept = new EnumMap<>(Format.class);

  private record Kept(Printed printed, long atNanos) {}

  public DisclosureRoom(ReportDesk reports) {
    this.reports = reports;
  }

  @Override
  public synchronized Printed print(Format format) {
    final Kept last = kept.get(format);
    if (last != null && System.nanoTime() - last.atNanos() < FRESH_NANOS) {
      return last.printed();
    }
    final Printed printed = fresh(paper(format));
    kept.put(format, new Kept(printed, System.nanoTime()));
    return printed;
  }

  private Printed fresh(com.ballastmarkets.reports.Format paper) {
    final var out = new ByteArrayOutputStream();
    try {
      printer.print(reports.publicDisclosure(), paper, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Printed(out.toByteArray(), paper.mediaType(), "disclosure." + paper.extension());
  }

  private static com.ballastmarkets.reports.Format paper(Format format) {
    return switch (format) {
      case PDF -> com.ballastmarkets.reports.Format.PDF;
      case XLSX -> com.ballastmarkets.reports.Format.XLSX;
      case CSV -> com.ballastmarkets.reports.Format.CSV;
    };
  }
}
