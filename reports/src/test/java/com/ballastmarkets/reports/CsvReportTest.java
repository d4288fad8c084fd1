package com.ballastmarkets.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvReportTest {
  private static final ReportPrinter PRINTER = new ReportPrinter();

  @Test
  void payoutsSayTheContractInEveryRowAndEveryFigureExactly() throws IOException {
    final String context =
        "suez-apr2025,FINAL,0,true,%s,%s,".formatted(Samples.sha("rules"), Samples.sha("evidence"));
    final var out = new ByteArrayOutputStream();
    PRINTER.print(Samples.settlement(2, true), Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "symbol,state,settlement_price,synthetic_telemetry,rules_sha256,evidence_sha256,"
                + "account_id,account_name,lots,entry_value,settlement_value,variation_paid,"
                + "final_payment,fees,net_result\r\n"
                + context
                + "1000,Nordwind R\u00fcckversicherung AG 1000,100,85,0,-15,-70,0.000123,-85.000123\r\n"
                + context
                + "1001,\u4e0a\u6d77\u6e2f\u822a\u884d\u751f\u54c1\u4ea4\u6613\u6709\u9650\u516c\u53f8"
                + " 1001,-100,-85,0,15,70,0,85\r\n");
  }

  @Test
  void movementsCarryTheRunningBalance() throws IOException {
    final var out = new ByteArrayOutputStream();
    PRINTER.print(Samples.statement(3, false), Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "account_id,synthetic_telemetry,event_sequence,time,reason,symbol,lots,price,reference,"
                + "amount,balance\r\n"
                + "1001,false,100,2025-04-01T00:00:00Z,DEPOSIT,,,,faucet-0,25000,1025000\r\n"
                + "1001,false,103,2025-04-01T01:00:00Z,VARIATION,suez-apr2025,1250,0.865,,345,1025345\r\n"
                + "1001,false,106,2025-04-01T02:00:00Z,FEE,suez-apr2025,1250,0.865,,-1.234569,"
                + "1025343.765431\r\n");
  }

  @Test
  void anEmptyStatementIsAHeaderAlone() throws IOException {
    final var out = new ByteArrayOutputStream();
    PRINTER.print(Samples.statement(0, false), Format.CSV, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1).startsWith("account_id,");
  }
}
