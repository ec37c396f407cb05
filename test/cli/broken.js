throw new Error("the database is away")
