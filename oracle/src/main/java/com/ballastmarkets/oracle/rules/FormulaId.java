package com.ballastmarkets.oracle.rules;

/** A formula and its version, which a contract names for life. */
public enum FormulaId {
  /** 1 if the chokepoint was available over the window, else 0. */
  AVAILABILITY_V1("availability", 1),
  /** Congestion of a port, 0 to 100 points, 50 on a normal day. */
  CONGESTION_INDEX_V1("congestion-index", 1);

  private final String id;
  private final int version;

  FormulaId(String id, int version) {
    this.id = id;
    this.version = version;
  }

  public String id() {
    return id;
  }

  public int version() {
    return version;
  }

  /** The formula with this id and version. */
  public static FormulaId of(String id, long version) {
    for (FormulaId formula : values()) {
      if (formula.id.equals(id) && formula.version == version) {
        return formula;
      }
    }
    throw new IllegalArgumentException("no formula " + id + " version " + version);
  }
}
