"""Is it safe to hand out: warning signs, whom to call, claims, medicine, privacy, and who answers for it."""
