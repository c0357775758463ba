package dev.aidis.queries.page;

/** The plan's emoji. The words behind them say the same, so plain ASCII leaves them out. */
public enum Symbol {
  NONE(""),
  PLACE("📍 "),
  CHART("📊 "),
  TREND("📈 "),
  TARGET("🎯 "),
  CLIPBOARD("📋 "),
  DONE("✅ "),
  NOTE("📝 "),
  BRAIN("🧠 "),
  COMPUTER("💻 "),
  FOLDER("📁 "),
  CLOCK("⏱️  "),
  LABEL("🏷️  "),
  BULB("💡 "),
  CALENDAR("📅 "),
  SCALES("⚖️  "),
  STAR("🌟 "),
  THUMB("👍 "),
  OKAY("👌 "),
  DOWN("📉 ");

  private final String lead;

  Symbol(String lead) {
    this.lead = lead;
  }

  /** What is put before words. */
  String lead() {
    return lead;
  }
}
