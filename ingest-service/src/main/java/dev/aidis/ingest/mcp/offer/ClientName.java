package dev.aidis.ingest.mcp.offer;

import dev.aidis.schemas.ActivityLimits;
import org.jspecify.annotations.Nullable;

/** How a client is named in activities: {@code name/version}. */
public final class ClientName {
  private ClientName() {}

  public static String of(@Nullable String name, @Nullable String version) {
    String known = name == null || name.isBlank() ? "unknown" : plain(name);
    String full = version == null || version.isBlank() ? known : known + "/" + plain(version);
    return full.length() <= ActivityLimits.SHORT ? full : full.substring(0, ActivityLimits.SHORT);
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
