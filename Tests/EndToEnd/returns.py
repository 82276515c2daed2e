"""Mails that come back, as mail servers write them."""


def report(back, kind):
    """A bounce (RFC 3464), or a complaint (RFC 5965), as it comes to the return path."""
    status = f"Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; somebody@example.org\r\nAction: failed\r\nStatus: {kind}\r\n"
    feedback = "Feedback-Type: abuse\r\nUser-Agent: test\r\nVersion: 1\r\n"
    type, report_type, part = ("feedback-report", "feedback-report", feedback) if kind == "abuse" else ("delivery-status", "delivery-status", status)
    return (f"From: MAILER-DAEMON@mx.example.org\r\nTo: {back}\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
            f"Content-Type: multipart/report; report-type={report_type}; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n"
            f"--b\r\nContent-Type: message/{type}\r\n\r\n{part}\r\n--b--\r\n")
