/// What `amparo doctor` looks at. It changes nothing, makes nothing and never stops at the first thing wrong.
enum Examination {}
