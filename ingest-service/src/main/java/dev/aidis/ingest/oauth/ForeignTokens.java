package dev.aidis.ingest.oauth;

import dev.aidis.ingest.caller.Authority;
import java.util.Optional;

/** Tokens that this tracker did not make. */
public interface ForeignTokens {

  /** Takes none. */
  ForeignTokens NONE =
      new ForeignTokens() {
        @Override
        public Optional<Authority> opened(String credential) {
          return Optional.empty();
        }

        @Override
        public String challenge() {
          return "";
        }
      };

  /**
   * The authority that a credential gives now; absent if it gives none.
   *
   * @throws IssuerAwayException if it may give one, and cannot be checked now
   */
  Optional<Authority> opened(String credential);

  /** What is added to {@code WWW-Authenticate}, so that clients find out where to get a token. */
  String challenge();
}
