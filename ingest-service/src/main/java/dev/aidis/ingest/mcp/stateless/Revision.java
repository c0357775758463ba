package dev.aidis.ingest.mcp.stateless;

import java.util.List;

/** The revisions of the protocol, and the names that this one reserves in {@code _meta}. */
public final class Revision {
  public static final String STATELESS = "2026-07-28";

  /** Those that begin with {@code initialize}, which the SDK speaks. */
  public static final List<String> WITH_SESSIONS =
      List.of("2025-03-26", "2025-06-18", "2025-11-25");

  /** Newest first. */
  public static final List<String> ALL =
      List.of(STATELESS, "2025-11-25", "2025-06-18", "2025-03-26");

  public static final String HEADER = "MCP-Protocol-Version";

  private static final String PREFIX = "io.modelcontextprotocol/";

  public static final String VERSION = PREFIX + "protocolVersion";
  static final String CLIENT = PREFIX + "clientInfo";
  static final String CAPABILITIES = PREFIX + "clientCapabilities";
  static final String LOG_LEVEL = PREFIX + "logLevel";
  static final String SERVER = PREFIX + "serverInfo";
  static final String SUBSCRIPTION = PREFIX + "subscriptionId";

  private Revision() {}
}
