# What a reader needs of what `swift build` and `swift test` print: what failed with its messages, what was skipped and why,
# the closing lines of the runner, and the tests that took longest. Everything else is in the log.
#
# awk -v times=FILE -f test-report.awk: the time of every test goes to FILE, the longest first.

function seconds(line,    parts) {
  return match(line, / after [0-9.]+ seconds/) ? substr(line, RSTART + 7, RLENGTH - 15) + 0 : 0
}

# The end of a run of tests: what is counted, and what went wrong as a whole.
/Test run with [0-9]+ tests? / || /^[ \t]*Executed [0-9]+ tests?,/ { if (!($0 in said)) tell(); said[$0] = 1; telling = 0; next }

/^➜ .* skipped/ {
  reason = match($0, /skipped: /) ? substr($0, RSTART + 9) : "without a reason"
  skipped[reason]++
  telling = 0
  next
}
/^(✔|◇|➜)/ { telling = 0; if (/^✔ Test .* passed after/) note(); next }

# SwiftPM says so at every start of .ci/tests, which does without where the option is gone.
/^warning: --multiroot-data-file is/ { next }

# The end of an argument of several lines.
/" started\.$/ { telling = 0; next }

# What other people's packages have beside their sources is theirs to say.
/^warning: 'swift-[a-z-]+': found [0-9]+ file/ { telling = 0; next }

# A failed expectation, an error or a warning, and the lines that say more about it.
/^✘ .* recorded an issue/ || /^⚠/ { tell(); failed = 1; telling = 1; next }
/^✘ (Test|Suite) .* failed after/ { tell(); failed = 1; telling = 0; note(); next }
/^✘/ { tell(); failed = 1; telling = 1; next }
/^[^ ].*: error: / || /^error: / || /: warning: / || /^warning: / { tell(); failed = 1; telling = 1; next }
/^(💣|\*\*\*)|Fatal error|Program crashed|^Thread [0-9]+.* crashed/ { tell(); failed = 1; telling = 1; crash = 60; next }

/^\[[0-9]+\/[0-9]+\]/ || /^Build(ing| complete| of)/ { telling = 0; next }
/^Test (Case|Suite) '/ || /^random test with seed/ { if (/ failed \(/) print; next }
telling || crash > 0 { tell(); if (crash > 0) crash-- }

function tell() {
  print
  fflush()
}

function note(    name, time) {
  time = seconds($0)
  name = $0
  sub(/^[^ ]+ (Test |Suite )?/, "", name)
  sub(/ (with [0-9]+ test cases )?(passed|failed) after .*/, "", name)
  # The longest first, as text of a fixed width, which sort can order.
  list = sprintf("%10.3f s  %s", time, name)
  print list | ("sort -rn > '" times "'")
  all += time
  if (time > 0) {
    for (place = 1; place <= 10; place++) {
      if (time > longest[place]) {
        for (other = 10; other > place; other--) { longest[other] = longest[other - 1]; named[other] = named[other - 1] }
        longest[place] = time
        named[place] = name
        break
      }
    }
  }
}

END {
  for (reason in skipped) printf "%d skipped: %s\n", skipped[reason], reason
  if (longest[1] >= 1) {
    print "The slowest:"
    for (place = 1; place <= 10; place++) if (longest[place] >= 1) printf "%8.1f s  %s\n", longest[place], named[place]
  }
  # So that the caller knows whether anything above says what failed.
  exit failed ? 3 : 0
}
