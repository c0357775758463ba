package dev.aidis.processor;

/** A record that is not counted, for a reason that lies in the record. */
final class RejectedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;
  private final String detail;

  RejectedRecordException(RejectionReason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  RejectionReason reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
