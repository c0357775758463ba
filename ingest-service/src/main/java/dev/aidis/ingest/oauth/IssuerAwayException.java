package dev.aidis.ingest.oauth;

/** Nobody knows whether a token is good, because its issuer does not tell its keys now. */
public final class IssuerAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IssuerAwayException(String issuer, Throwable cause) {
    super(
        "This token cannot be checked, because its issuer %s cannot be asked for its keys now; try again in a moment."
            .formatted(issuer),
        cause);
  }
}
