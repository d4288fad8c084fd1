package com.ballastmarkets.reports.desk;

import java.nio.charset.StandardCharsets;

/** A snapshot document in the form that the oracle writes. */
final class SnapshotSample {
  static final byte[] BYTES =
      """
      {"code_version":"0.1.0","excluded":[{"day":"2025-03-11","metric":"TRANSITS","place":"suez",\
      "qualifier":"OBSERVED","raw_sha256":"f00d","reason":"a later vintage is at hand",\
      "source":"portwatch","unit":"calls","value":"31","vessel_class":"ALL",\
      "vintage":"2025-03-12T00:00:00Z"}],\
      "formula":{"id":"availability","version":1},\
      "observations":[{"day":"2025-03-09","metric":"TRANSITS","place":"suez",\
      "qualifier":"OBSERVED","raw_sha256":"beef","source":"portwatch","unit":"calls","value":"40",\
      "vessel_class":"ALL","vintage":"2025-03-17T00:00:00Z"},\
      {"day":"2025-03-10","metric":"TRANSITS","place":"suez","qualifier":"MISSING",\
      "raw_sha256":"beef","source":"portwatch","unit":"calls","value":null,"vessel_class":"ALL",\
      "vintage":"2025-03-17T00:00:00Z"}],\
      "steps":[{"expression":"T / B","name":"ratio","value":"417/1183"}]}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private SnapshotSample() {}
}
