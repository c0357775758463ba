package dev.aidis.queries.page;

/** How a line stands among the others: what is put before it. */
public enum Mark {
  NONE(""),
  STEP("  "),
  INDENT("   "),
  BULLET("   • "),
  BRANCH("   └─ ");

  private final String lead;

  Mark(String lead) {
    this.lead = lead;
  }

  String lead() {
    return lead;
  }
}
